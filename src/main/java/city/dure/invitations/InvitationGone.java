package city.dure.invitations;

/** The link was used, or ran out, before this could be done. */
class InvitationGone extends RuntimeException {}
