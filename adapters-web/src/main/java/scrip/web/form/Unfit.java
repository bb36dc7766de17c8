package scrip.web.form;

import java.util.List;

/** Text that does not fit its field; costs no stack trace. */
final class Unfit extends RuntimeException {

    private final transient Form.Complaint complaint;

    Unfit(String key, Object... args) {
        super(key, null, false, false);
        complaint = new Form.Complaint(key, List.of(args).stream().map(String::valueOf).toList());
    }

    Form.Complaint complaint() {
        return complaint;
    }
}
