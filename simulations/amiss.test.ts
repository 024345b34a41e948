import { expect, it } from 'vitest';

import { isAmiss } from '@/lib/outcomes/amiss';
import { countsInWords } from '@/lib/outcomes/words';
import { resultInWords } from '@/lib/scenario/counterfactual-words';
import { initialSettings } from '@/lib/scenario/knobs';
import { ownScriptText, playScenario, readScript } from '@/lib/scenario/play';
import { scenarioBySlug } from '@/simulations/catalogue';

it('too many is amiss at once, and too few when the run is over', () => {
  expect(amiss('lost-response', {})).toEqual([true]);
  expect(amiss('mark-first', {})).toEqual([true]);
  expect(amiss('mark-first', {}, false)).toEqual([false]);
});

it('what did not happen and was promised to nobody is not', () => {
  expect(amiss('methods', { method: 'PUT', ifMatch: 'on' })).toEqual([false, false]);
});

it('a half is, though whoever asked for it has heard nothing', () => {
  const torn = 'crash.api.2~lose.client-api.2~lose.client-api.3';
  const [transfer] = played('transactions-or-keys', {}, torn);
  expect(transfer).toMatchObject({ expected: 2, actual: 1, told: 'unknown', harm: null });
  expect(transfer && isAmiss(transfer, true)).toBe(true);
});

it('as many as were expected are, when there are two of one kind and none of another', () => {
  const soldOut = { write: 'broker-first', dedup: 'none', stock: 'sold' };
  const whole = playedWhole('dual-write', soldOut, 'lose.consumer-queue.1');
  const [order] = whole.judgement.intents;
  expect(order).toMatchObject({ expected: 2, actual: 2, harm: { present: true } });
  expect(order && isAmiss(order, true)).toBe(true);
  expect(order && countsInWords(order.label, order)).toBe(
    'Order A: expected 2, actual 2 (0 orders and 2 parcels); reported failed',
  );
  expect(resultInWords(whole, whole)).toBe(
    'still two effects, and one kind of them more than once and an untrue answer',
  );
});

it('a repetition that the counts don’t show is told beside them', () => {
  const keyed = { steps: 'keyed', compensation: 'naive' };
  const script = 'delay.client-order.1~crash.printer.0';
  const undone = playedWhole('checkout-saga', keyed, script);
  expect(resultInWords(undone, undone)).toBe('still no effect, and more than one release');
  // Here each second charge has its second refund.
  const charged = playedWhole('checkout-saga', { ...keyed, steps: 'unkeyed' }, script);
  expect(resultInWords(charged, undone)).toBe(
    'still no effect, and for a time more than one charge',
  );
});

it('one who asked is told of once, and of as much as was said', () => {
  const stuck = playedWhole('stuck-in-progress', {});
  expect(stuck.judgement.intents).toMatchObject([{ told: 'unknown', outcomes: ['stuck'] }]);
  expect(resultInWords(stuck, stuck)).toBe(
    'still no order, and a customer who never gets a final answer',
  );
  const acknowledged = playedWhole('when-to-ack', { ack: 'before' }, 'crash.consumer.1');
  expect(resultInWords(acknowledged, acknowledged)).toBe(
    'still no parcel, and somebody who was told that it worked',
  );
});

it('a charge that has its refund is not, however often both come', () => {
  const twice = 'crash.printer.0~lose.order-client.1';
  const [order] = played('checkout-saga', { compensation: 'naive' }, twice);
  expect(order).toMatchObject({ actual: 0, told: 'failed', harm: null });
});

it('harm belongs to whom it befell', () => {
  const intents = played('same-key-other-body', {});
  expect(intents.map(({ harm }) => harm?.intent)).toEqual([undefined, 'B']);
});

it('harm that befell two is told of both', () => {
  const twice = 'lose.client-a-api.1~lose.api-client.1~lose.api-client-b.1';
  const harms = played('missing-key', {}, twice).map(({ harm }) => harm?.because);
  expect(harms).toEqual([
    expect.stringMatching(/^Purchase A was charged at step \d+ and again at step \d+\.$/),
    expect.stringMatching(/^Purchase B was charged at step \d+ and again at step \d+\.$/),
  ]);
});

// Helpers

const played = (slug: string, turned: Readonly<Record<string, string>>, script?: string) =>
  playedWhole(slug, turned, script).judgement.intents;

function playedWhole(slug: string, turned: Readonly<Record<string, string>>, script?: string) {
  const scenario = scenarioBySlug(slug);
  if (!scenario) throw new Error(`there is no scenario "${slug}"`);
  const settings = { ...initialSettings(scenario.knobs), ...turned };
  const text = script ?? ownScriptText(scenario, settings);
  return playScenario(scenario, settings, readScript(scenario, settings, text).script);
}

function amiss(slug: string, turned: Readonly<Record<string, string>>, ended = true) {
  return played(slug, turned).map((intent) => isAmiss(intent, ended));
}
