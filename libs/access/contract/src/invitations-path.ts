/** Apart from the schemas: who takes up a session needs the address alone. */
export const invitationsPath = 'v1/invitations';
