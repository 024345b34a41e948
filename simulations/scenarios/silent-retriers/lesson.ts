import type { Scenario } from '@/lib/scenario/scenario';

export const captions: Scenario['captions'] = [
  {
    at: 'purchase A wanted',
    text: 'The program asks once, and will never ask twice. One charge is expected.',
  },
  { at: 'lost: 201', text: 'The charge is made. The answer is lost on its way back.' },
  {
    at: 'gives up',
    text: 'The program is told that there was no answer. Whether it paid it can’t know.',
  },
  {
    at: 'no answer in time',
    text: 'No answer has come. What happens now, nobody asks the program.',
  },
  {
    at: 'charged again',
    text: 'The same request has come more than once, and the program has sent it once.',
  },
  {
    at: 'from memory',
    text: 'The key is known: the answer that was kept is given, and nothing is charged.',
  },
];

export const lesson: Scenario['lesson'] = {
  intro: [
    'Your program has no retry in it, and still the request arrives twice. Whatever stands between it and the server may send it again by its own rules: the SDK, a proxy that tries the next server, a load balancer that sees a reset, a browser whose connection was closed.',
    'RFC 9110 lets them do so for methods that promise to bear it, and tells proxies never to do it for others. Then a POST is sent once, and if its answer is lost the program can’t know what became of it. A key makes the repeat harmless, whoever makes it: it travels with the request, through all of them.',
  ],
  costs:
    'A key costs what it costs anywhere: a store and two calls. The careful policy costs nothing, and leaves every doubt to the caller.',
  limits:
    'The careful policy goes by the method alone: a PUT that mails somebody is repeated all the same. A key protects from retries made further on than the place where it is made; made behind a retrier, or anew by each retry, it protects nobody. And retries at each hop multiply. Here a retrier notices a lost answer by waiting. A browser would notice that its connection was closed, and does not retry because an answer is slow: so it waits here for longer than any answer takes, and tries again only after a loss.',
  inPractice: {
    text: 'nginx sends a POST that it has already sent to one upstream to the next only with non_idempotent, since 1.9.13; Envoy’s retry policies go by how a request failed and not by its method; got, an HTTP client for Node, repeats a POST only if told so, and then also without a key; Stripe’s SDK gives each POST a key before it repeats it; Go’s Transport takes an Idempotency-Key header for a promise, and repeats only what failed on a connection that had been in use.',
    source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream',
  },
  next: [
    { slug: 'methods', why: 'What the methods promise, and what they don’t.' },
    { slug: 'retry-storm', why: 'What becomes of it if every hop retries.' },
    { slug: 'who-makes-the-key', why: 'Where the key has to be made to be of use.' },
  ],
};
