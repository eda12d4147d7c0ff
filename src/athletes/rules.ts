/** Age groups and sharing: handbook §9. */

export const AGE_GROUPS = ['13-15', '16-17', 'adult'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** What coaches see of an athlete, from nothing to numbers and notes. */
export const SHARINGS = ['only-me', 'light-only', 'details'] as const;
export type Sharing = (typeof SHARINGS)[number];

/** The one of two sharings that shows less: what was taken back is not shown, and what was never given neither (handbook §9). */
export function stricter(a: Sharing, b: Sharing): Sharing {
  return SHARINGS.indexOf(a) < SHARINGS.indexOf(b) ? a : b;
}

/** Ever broken a vertebra (handbook §1); cleared: the athlete states that a clinician cleared running. */
export const FRACTURES = ['none', 'cleared', 'uncleared'] as const;
export type Fracture = (typeof FRACTURES)[number];

/** Under 18 (handbook §9). */
export function isMinor(ageGroup: AgeGroup): boolean {
  return ageGroup !== 'adult';
}

/** Sharing of somebody who did not choose: the light for adults, nothing for minors (handbook §9). */
export function defaultSharing(ageGroup: AgeGroup): Sharing {
  return isMinor(ageGroup) ? 'only-me' : 'light-only';
}

/** The IANA zone that this athlete's days are in: their own, or the club's. */
export function zoneOf(athlete: { readonly zone: string | null }, club: { readonly zone: string }): string {
  return athlete.zone ?? club.zone;
}
