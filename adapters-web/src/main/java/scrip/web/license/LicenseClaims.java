package scrip.web.license;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.license.KeyReader.Reading.Signed;
import scrip.domain.license.License;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kind;
import scrip.web.api.json.Kinds;

/** The claims of a license key: the vendor as {@code iss}, the instances as {@code aud}, and a license's fields. */
final class LicenseClaims {

    private static final int LONGEST = 200;
    private static final int MOST_INSTANCES = 100;
    private static final Kind<String> NAME = Kinds.text(LONGEST);
    private static final Kind<List<String>> NAMES = Kinds.list(MOST_INSTANCES, NAME);

    private LicenseClaims() {}

    static @Nullable Signed read(Fields in) {
        Field<String> vendor = in.required("iss", NAME);
        Field<List<String>> instances = in.required("aud", (node, at) -> {
            String one = node.isString() ? NAME.read(node, at) : null;
            return one == null && !node.isString() ? NAMES.read(node, at) : one == null ? null : List.of(one);
        });
        License license = LicenseJson.read(in);
        return license == null ? null
                : in.valid(() -> new Signed(vendor.get(), Set.copyOf(instances.get()), license));
    }

    static Map<String, Object> of(String vendor, String instance, LicenseJson license) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", vendor);
        claims.put("aud", instance);
        claims.put("plan", license.plan());
        claims.put("builders", license.builders());
        claims.put("creditsPerBuilder", license.creditsPerBuilder());
        claims.put("interval", license.interval());
        claims.put("startsAt", license.startsAt());
        claims.put("endsAt", String.valueOf(license.endsAt()));
        claims.put("timeZone", license.timeZone());
        return claims;
    }
}
