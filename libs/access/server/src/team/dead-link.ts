import { Problem } from '@toonbank/platform/http';

const whys = {
  used: [
    'This link has been used.',
    'It worked once, and nothing was changed now. Sign in, or ask for a new link.',
  ],
  late: ['This link has run out.', 'Nothing was changed. Ask who gave it to you for a new one.'],
  withdrawn: [
    'This link was withdrawn.',
    'Nothing was changed. Ask who gave it to you whether you still should have one.',
  ],
} as const;

/** Why a link that was one opens nothing any more. */
export function linkProblem(why: keyof typeof whys): Problem {
  const [title, detail] = whys[why];
  return Problem.conflict(`link-${why}`, title, detail);
}

/** The same for a link that never was as for one that was cut short. */
export function deadLink(): Problem {
  return new Problem(
    404,
    'link-unknown',
    'This link opens nothing.',
    'Nothing was changed. Copy it whole, up to its last character, or ask for a new one.',
  );
}
