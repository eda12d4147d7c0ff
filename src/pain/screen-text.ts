// The words of the warning signs and of what a "yes" leads to (handbook §2): short enough to tick, plain enough for
// somebody of 12. The substance is the handbook's and changes there first.
import type { Person, QuestionId, ScreenLevel } from './screen.ts';

const QUESTION_TEXT: Readonly<Record<QuestionId, string>> = {
  E1: 'Numb or tingling between the legs: private parts, bottom or inner thighs',
  E2: 'Hard to start, stop or feel your pee, or you leak',
  E3: 'You cannot hold or feel your poo',
  E4: 'Both legs hurt, tingle, are weak or numb; or a leg gets weaker fast',
  E5: 'A change in how sex feels or works',
  E6: 'Began with a bad accident, fall or hit',
  E7: 'Chest pain with it',
  U1: 'One leg is newly weak, or the foot slaps or drops when you walk',
  U2: 'You have a fever or feel ill',
  U3: 'Losing weight without trying, or ever had cancer',
  U4: 'Not eased by rest, or worse at night',
  U5: 'A new lump, or your back changed shape',
  U6: 'Steroids for a long time, ill very easily, or weak bones',
  U7: 'You once broke a spine bone, and this pain is new or in that place',
  U8: 'It shoots below the knee, with numbness',
  S1: 'Under 21, and worse when you arch back, jump or stand on one leg',
  S2: 'You have had it for more than 3 weeks',
  S3: 'Stiff in the morning for over 30 minutes, then it eases as you move',
  S4: '4 weeks or more, and not getting better',
  G1: 'You cannot take 4 steps or use the limb',
  G2: 'It looks bent or out of place, or swelled up within minutes',
  G3: 'The arm or leg is cold, pale or numb',
  G4: 'A calf that is hot, swollen and sore',
  G5: 'Chest pain, or you fainted',
  G6: 'A hit to the head, then you are mixed up, throw up, or a headache gets worse',
};

const FOR_MINORS: Partial<Record<QuestionId, string>> = {
  E5: 'A change in how your private parts feel or work',
  S1: 'Worse when you arch back, jump or stand on one leg',
};

const WITH_FRACTURE: Partial<Record<QuestionId, string>> = {
  U7: 'This pain is new, or it is where you broke a bone in your spine',
};

/** A warning sign in words for this person, at most 76 characters: two lines of a list on a phone. */
export function questionText(id: QuestionId, person: Person): string {
  const forMinor = person.minor ? FOR_MINORS[id] : undefined;
  const withFracture = person.fracture === 'none' ? undefined : WITH_FRACTURE[id];
  return forMinor ?? withFracture ?? QUESTION_TEXT[id];
}

/** What somebody with a sign of this level is told; it ends the dialogue. */
export function endText(level: ScreenLevel, person: Person): string {
  if (level === 'urgent') return URGENT;
  if (level === 'soon')
    return 'Please stop this session. Book a visit to a doctor or physio. This is not a diagnosis.';
  return `${EMERGENCY} ${person.minor ? 'Tell' : 'If you are under 18, tell'} the nearest adult right now.`;
}

const EMERGENCY = [
  'Stop now and get help. Call 999, 112 or 911, or go to the nearest emergency room.',
  'Do not wait for a coach or a doctor’s visit. Do not drive yourself.',
].join(' ');

const URGENT = [
  'Please stop and see a doctor.',
  'Go today if you feel ill, or if a leg, foot or arm is weak or will not work. If not, go in the next few days.',
  'Do not train until you have been seen. This is not a diagnosis.',
].join(' ');
