// Receives what webhooks deliver, with Express, and refuses what is not genuine.
//
//     node receive-webhooks-express.mjs
//
// Keys come from UPLOADCARE_PUBLIC_KEY and UPLOADCARE_SECRET_KEY. The service must be able to reach this
// machine.

import { once } from 'node:events';
import express from 'express';
import { InvalidSignatureError, WebhookReceiver } from 'uploadcare-sdk';
import { deliverTo, SECRET } from './delivered.mjs';

const receiver = new WebhookReceiver(SECRET);
const app = express();

const delivered = new Promise((resolve) => {
  // The body is taken as the bytes that came: `express.json()` would lose them.
  app.post('/webhook', express.raw({ type: '*/*', limit: '1mb' }), (request, response) => {
    const signature = request.get(WebhookReceiver.SIGNATURE_HEADER);
    try {
      const delivery = receiver.receive(request.body, signature);
      // What takes long is done elsewhere: the service waits for the answer.
      resolve({ delivery, body: request.body, signature });
      response.sendStatus(200);
    } catch (error) {
      if (!(error instanceof InvalidSignatureError)) throw error;
      console.log(`refused: ${error.message}`);
      response.sendStatus(403);
    }
  });
});

const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
try {
  await deliverTo(`http://127.0.0.1:${server.address().port}/webhook`, delivered);
} finally {
  server.close();
  server.closeAllConnections();
}
