package scrip.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * The troubles that deliveries can be put to on purpose.
 *
 * @param duplicates
 *            whether each event is sent twice
 * @param reordered
 *            whether every other event is overtaken by the next
 * @param delaySeconds
 *            how much later each event is sent, 0 to 300
 */
record DeliverySwitches(boolean duplicates, boolean reordered, int delaySeconds) {

    static final DeliverySwitches OFF = new DeliverySwitches(false, false, 0);

    private static final int LONGEST_DELAY = 300;

    DeliverySwitches {
        delaySeconds = Math.clamp(delaySeconds, 0, LONGEST_DELAY);
    }

    static DeliverySwitches of(JsonObject kept) {
        return new DeliverySwitches(kept.get("duplicates").getAsBoolean(), kept.get("reordered").getAsBoolean(),
                (int) Fields.number(kept, "delay"));
    }

    JsonObject json() {
        return new Fields().put("duplicates", duplicates).put("reordered", reordered).put("delay", delaySeconds)
                .json();
    }
}
