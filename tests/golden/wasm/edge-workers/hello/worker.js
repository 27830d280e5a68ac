// The adapter for Cloudflare Workers. Variables of the Worker go before the settings of the design.
import { answer } from "./logic.js";
import { post } from "./post.js";
import { settings } from "./settings.js";

export default {
  async fetch(request, variables) {
    const { status, body } = await answer(
      { method: request.method, path: new URL(request.url).pathname, body: await request.text() },
      { ...settings, ...variables },
      post,
    );
    return Response.json(body, { status });
  },
};
