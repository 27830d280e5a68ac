// The adapter for Cloudflare Workers. Variables of the Worker go before the settings of the design.
import { answer } from "./logic.js";
import { post } from "./post.js";
import { settings } from "./settings.js";

export default {
  async scheduled(run, variables) {
    const event = { scheduledTime: new Date(run.scheduledTime).toISOString() };
    const { status, body } = await answer(
      { method: "SCHEDULE", path: "/", body: JSON.stringify(event) },
      { ...settings, ...variables },
      post,
    );
    if (status !== 200) {
      throw new Error(`the run ended with ${status}: ${JSON.stringify(body)}`);
    }
  },
};
