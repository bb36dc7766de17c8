package scrip.payment.sandbox;

import com.google.gson.JsonObject;

/**
 * The troubles that can be made on purpose.
 *
 * @param duplicates
 *            whether each event is sent twice
 * @param reordered
 *            whether every other event is overtaken by the next
 * @param delaySeconds
 *            how much later each event is sent, 0 to 300
 * @param lost
 *            whether no event is sent at all: it can be read in the list only
 * @param declines
 *            whether every saved card is declined
 */
record DeliverySwitches(boolean duplicates, boolean reordered, int delaySeconds, boolean lost, boolean declines) {

    static final DeliverySwitches OFF = new DeliverySwitches(false, false, 0, false, false);

    private static final int LONGEST_DELAY = 300;

    DeliverySwitches {
        delaySeconds = Math.clamp(delaySeconds, 0, LONGEST_DELAY);
    }

    static DeliverySwitches of(JsonObject kept) {
        return new DeliverySwitches(kept.get("duplicates").getAsBoolean(), kept.get("reordered").getAsBoolean(),
                (int) Fields.number(kept, "delay"), isOn(kept, "lost"), isOn(kept, "declines"));
    }

    /** A switch that an earlier version did not have is off. */
    private static boolean isOn(JsonObject kept, String name) {
        return kept.has(name) && kept.get(name).getAsBoolean();
    }

    JsonObject json() {
        return new Fields().put("duplicates", duplicates).put("reordered", reordered).put("delay", delaySeconds)
                .put("lost", lost).put("declines", declines).json();
    }
}
