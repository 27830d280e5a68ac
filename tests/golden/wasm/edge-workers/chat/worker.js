// The adapter for Cloudflare Workers. Variables of the Worker go before the settings of the design.
import { answer } from "./logic.js";
import { post } from "./post.js";
import { settings } from "./settings.js";
import { DurableObject } from "cloudflare:workers";

/** The open connections of one path: what one sends is answered to all. */
export class Room extends DurableObject {
  fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  async webSocketMessage(connection, message) {
    const text = typeof message === "string" ? message : new TextDecoder().decode(message);
    const { status, body } = await answer(
      { method: "MESSAGE", path: "/", body: text },
      { ...settings, ...this.env },
      post,
    ).catch((error) => ({ status: 502, body: { error: error.message } }));
    const receivers = status === 200 ? this.ctx.getWebSockets() : [connection];
    for (const receiver of receivers) {
      receiver.send(JSON.stringify(body));
    }
  }
}

export default {
  async fetch(request, variables) {
    const { pathname } = new URL(request.url);
    if (request.headers.get("upgrade") === "websocket") {
      return variables.ROOMS.get(variables.ROOMS.idFromName(pathname)).fetch(request);
    }
    if (pathname.endsWith("/healthz")) {
      return Response.json({ state: "well" });
    }
    return Response.json({ error: "open a WebSocket here" }, { status: 426, headers: { upgrade: "websocket" } });
  },
};
