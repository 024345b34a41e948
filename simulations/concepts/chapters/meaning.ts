import type { Chapter } from '@/simulations/concepts/concept';

export const meaning: Chapter = {
  id: 'meaning',
  title: 'What it means',
  concepts: [
    {
      number: 1,
      title: 'Once or often, the same effect',
      text: 'An operation is idempotent if asking for it many times has the same intended effect as asking once. It is the effect that counts: answers and log lines may differ.',
      kind: 'idea',
    },
    {
      number: 2,
      title: 'f(f(x)) = f(x)',
      text: 'In mathematics a function is idempotent if applying it to its own result changes nothing more. The formula speaks of state alone: it knows no replies, no crashes and no two calls at once.',
      kind: 'idea',
    },
    {
      number: 3,
      title: '“After the first success”',
      text: 'Some definitions promise that nothing changes after the first successful run. The hard case is the run of which nobody knows whether it succeeded, and a repeat must be harmless after that one too.',
      kind: 'idea',
    },
    {
      number: 4,
      title: 'The lift button',
      text: 'Press it once, twice or ten times: one lift comes. The button sets a wish; it doesn’t add one.',
      kind: 'example',
    },
    {
      number: 5,
      title: '“This request is already registered”',
      text: 'What a server should think when it hears a repeat. It can think so only if it has kept something to recognise the request by.',
      kind: 'idea',
    },
    {
      number: 6,
      title: 'Light on',
      text: 'Switching on a light that is on changes nothing: idempotent. A switch that toggles is not.',
      kind: 'example',
    },
    {
      number: 7,
      title: 'Light off',
      text: 'Off after off is still off: idempotent. But off repeated late, after somebody’s on, puts them in the dark.',
      kind: 'example',
    },
    {
      number: 8,
      title: 'Add 100 to a balance',
      text: 'Every repeat adds another 100: not idempotent. It becomes so if the deposit has an id that can be recorded only once.',
      kind: 'example',
    },
    {
      number: 9,
      title: 'Delete a file',
      text: 'Usually idempotent: the file stays gone, though the second answer may be “not found”. A late repeat may delete a new file of the same name.',
      kind: 'example',
    },
    {
      number: 10,
      title: 'Set a name',
      text: 'Setting the same name again changes nothing: idempotent. A late repeat, after another name was set, undoes that one.',
      kind: 'example',
    },
    {
      number: 11,
      title: 'Increment a counter',
      text: 'Each repeat counts: not idempotent, because the result depends on what was there before.',
      kind: 'example',
    },
    {
      number: 12,
      title: 'A reliable whole of unreliable parts',
      text: 'Where a repeat is harmless, a sender that hears nothing may simply send again. That is how a system comes to keep promises that its network can’t.',
      kind: 'idea',
    },
    {
      number: 13,
      title: 'Duplicate detection and idempotency',
      text: 'Detection asks “have I seen this before?”. Idempotency promises “once more changes nothing”. The first is one means to the second, and not the only one.',
      kind: 'overview',
    },
    {
      number: 14,
      title: 'Being right, not only noticing',
      text: 'To notice a repeat is half of it. The effect must have happened, once, and the repeat must get the true answer. Seen is not done.',
      kind: 'idea',
    },
    {
      number: 15,
      title: 'Stateless, and yet it remembers',
      text: 'Stateless in REST means that a request doesn’t rely on a conversation the server keeps in mind. A table of keys is data about operations, as orders are, and breaks no rule.',
      kind: 'idea',
    },
    {
      number: 16,
      title: 'The server remembers what it has done',
      text: 'Unless an operation is idempotent by nature, some memory must tell a repeat from a new wish: durable, shared by all instances, and written together with the effect.',
      kind: 'diagram',
    },
    {
      number: 17,
      title: 'Did I already process this exact request?',
      text: 'The question to build an endpoint around. It has three answers, not two: yes, no, and “I am at it”.',
      kind: 'question',
    },
    {
      number: 18,
      title: 'What happens if this runs twice?',
      text: 'The question to ask of every handler, job and script. In every scenario here it can be tried.',
      kind: 'question',
    },
    {
      number: 19,
      title: 'What is idempotency, and why does it matter?',
      text: 'A favourite interview question. A good answer names the effect, the lost reply, and what must be remembered.',
      kind: 'question',
    },
  ],
};
