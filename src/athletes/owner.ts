/** Whose rows: no query forgets the club. */
export interface Owner {
  readonly clubId: string;
  readonly athleteId: string;
}

/** The owner of an athlete's rows. */
export function ownerOf(athlete: { readonly clubId: string; readonly id: string }): Owner {
  return { clubId: athlete.clubId, athleteId: athlete.id };
}
