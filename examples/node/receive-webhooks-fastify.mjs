// Receives what webhooks deliver, with Fastify, and refuses what is not genuine.
//
//     node receive-webhooks-fastify.mjs
//
// Keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY. The service must be able to reach this
// machine.

import fastify from 'fastify';
import { InvalidSignatureError, WebhookReceiver } from 'uploadcare-sdk';
import { deliverTo, SECRET } from './delivered.mjs';

const receiver = new WebhookReceiver(SECRET);
const app = fastify({ forceCloseConnections: true });

// The body is taken as the bytes that came: Fastify's own parser would lose them. In an application
// with other routes this belongs into a plugin with the route, for it holds for all of a plugin.
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

const delivered = new Promise((resolve) => {
  app.post('/webhook', async ({ body, headers }, reply) => {
    const signature = headers[WebhookReceiver.SIGNATURE_HEADER.toLowerCase()];
    try {
      const delivery = receiver.receive(body, signature);
      // What takes long is done elsewhere: the service waits for the answer.
      resolve({ delivery, body, signature });
      return reply.code(200).send();
    } catch (error) {
      if (!(error instanceof InvalidSignatureError)) throw error;
      console.log(`refused: ${error.message}`);
      return reply.code(403).send();
    }
  });
});

const address = await app.listen({ port: 0, host: '127.0.0.1' });
try {
  await deliverTo(`${address}/webhook`, delivered);
} finally {
  await app.close();
}
