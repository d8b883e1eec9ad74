/** Readings as a test needs them, so that the conversation is tested apart from understanding. */
import { noReading, type Reading, type SafetyReading } from '../../src/conversation/reading.ts';

export const unread: Reading = noReading;

export function sure(intent: string, question = true): Reading {
  return { ...noReading, intent, confidence: 0.95, decision: 'answer', question };
}

export function torn(intent: string, ...others: string[]): Reading {
  return { ...noReading, intent, confidence: 0.4, decision: 'choice', alternatives: others.map((each) => ({ intent: each, confidence: 0.3 })) };
}

export function danger(kind: SafetyReading['kind'], patch: Partial<SafetyReading> = {}): Reading {
  return { ...noReading, intent: kind, confidence: 1, decision: 'answer', safety: { tier: kind.startsWith('crisis.') ? 'hard' : 'soft', kind, who: 'self', when: 'unclear', ...patch } };
}
