import { describe, expect, it } from 'vitest';

import { actor } from '@/simulations/actors/acting';
import { sagaStep } from '@/simulations/actors/saga-step';

const INPUT = {
  ...{ does: 'card.charged', undoes: 'card.refunded', leansOn: 'printer', outageTicks: 3 },
};
const ask = (key: string | null) => ({ type: 'step.requested', what: 'charge', key });
const undo = (key: string | null, of: string | null) => ({
  ...{ type: 'undo.requested', what: 'refund', key, of },
});
const closed = (peer: string) => ({ type: 'connection.closed', peers: [peer] }) as const;

function step() {
  const service = actor(sagaStep, INPUT);
  return {
    ...service,
    does: (message: Parameters<typeof service.hears>[0]) =>
      service.hears(message).facts.map(({ name }) => name),
  };
}

describe('DOMAIN 13.3: a step of a saga', () => {
  it('with a key is done once, without one as often as it is asked', () => {
    const service = step();
    const done = [ask('k'), ask('k'), ask(null), ask(null)].map(service.does);
    expect(done).toEqual([['card.charged'], [], ['card.charged'], ['card.charged']]);
  });

  it('is undone once for each key', () => {
    const service = step();
    service.hears(ask('k'));
    const done = [undo('u', 'k'), undo('u', 'k'), undo(null, null)].map(service.does);
    expect(done).toEqual([['card.refunded'], [], ['card.refunded']]);
  });

  it('is not undone where it was never done, and refused when it comes after its undoing', () => {
    const service = step();
    expect(service.does(undo('u', 'k'))).toEqual([]);
    const late = service.hears(ask('k'));
    expect(late.facts).toEqual([]);
    expect(late.sent).toMatchObject([{ ok: false }]);
    expect(service.does(ask('other'))).toEqual(['card.charged']);
  });

  it('says of an undoing whether it was the first, or had nothing to undo', () => {
    const service = step();
    service.hears(ask('k'));
    service.hears(ask(null));
    const said = [undo('u', 'k'), undo('u', 'k'), undo('v', null)].map(
      (message) => service.hears(message).sent[0]?.['outcome'],
    );
    expect(said).toEqual(['undone', 'undone-before', 'nothing-to-undo']);
  });

  it('that was refused stays refused for its key, also when the trouble is over', () => {
    const service = step();
    service.hears(closed('printer.1'));
    expect(service.hears(ask('k')).sent).toMatchObject([{ ok: false, replayed: false }]);
    expect(service.hears(ask('k')).sent).toMatchObject([{ ok: false, replayed: true }]);
    service.waits();
    expect(service.hears(ask('k')).sent).toMatchObject([{ ok: false, replayed: true }]);
    expect(service.does(ask('other'))).toEqual(['card.charged']);
  });

  it('is refused only when what it leans on goes away', () => {
    const service = step();
    service.hears(closed('order.1'));
    expect(service.does(ask('k'))).toEqual(['card.charged']);
  });
});
