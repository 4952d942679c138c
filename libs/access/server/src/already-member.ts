import { Problem } from '@toonbank/platform/http';

export function alreadyMember(): Problem {
  return new Problem(
    409,
    'already-member',
    'This person is a member already.',
    'Change the role of the membership there is.',
    { path: 'email' },
  );
}
