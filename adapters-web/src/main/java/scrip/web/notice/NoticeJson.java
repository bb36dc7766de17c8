package scrip.web.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.notice.Posted;
import scrip.domain.notice.Matter;
import scrip.web.api.metering.PublicId;

/**
 * A notice as webhooks tell it.
 *
 * @param type
 *            such as {@code credits.low}
 * @param timestamp
 *            when it became true
 * @param data
 *            the notice's id, the workspace's slug and what belongs to the type
 */
record NoticeJson(String type, Instant timestamp, Map<String, @Nullable Object> data) {

    /** @param workspace its slug */
    static NoticeJson of(Posted posted, String workspace) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", idOf(posted));
        data.put("workspace", workspace);
        switch (posted.notice().matter()) {
            case Matter.Low low -> {
                data.put("percent", low.percent());
                data.put("left", low.left().toDecimal());
                data.put("granted", low.granted().toDecimal());
                data.put("available", low.available().toDecimal());
                data.put("renewsAt", low.renewsAt());
            }
            case Matter.Exhausted exhausted -> {
                data.put("granted", exhausted.granted().toDecimal());
                data.put("available", exhausted.available().toDecimal());
                data.put("renewsAt", exhausted.renewsAt());
            }
            case Matter.AddOnEnding ending -> {
                data.put("days", ending.days());
                data.put("credits", ending.credits().toDecimal());
                data.put("endsAt", ending.endsAt());
            }
            case Matter.PlanChanged changed -> {
                data.put("plan", changed.plan());
                data.put("builders", changed.builders());
                data.put("monthlyCredits", changed.monthly().toDecimal());
            }
            case Matter.PaymentFailed failed -> {
                data.put("purchase", failed.purchase());
                data.put("credits", failed.credits().toDecimal());
            }
        }
        return new NoticeJson(posted.notice().matter().key(), posted.notice().at(), data);
    }

    /** @return the notice's id outside, the same however often it is sent */
    static String idOf(Posted posted) {
        return PublicId.NOTICE.of(posted.pool(), posted.notice().number());
    }
}
