package scrip.web.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import scrip.application.notice.Channel;
import scrip.application.notice.Courier;
import scrip.application.notice.Delivery;
import scrip.application.notice.Posted;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.web.place.Place;
import scrip.web.place.PublicAddress;
import scrip.web.wiring.Deployment;

/** Sends notices by e-mail to a workspace's admins. */
final class EmailCourier implements Courier {

    private final JavaMailSender mail;
    private final Letters letters;
    private final Workspaces workspaces;
    private final Sender sender;
    private final InstantSource clock;

    /**
     * What e-mails say of where they come from.
     *
     * @param from
     *            the sender, or null for {@code credits@} the host of the public address
     */
    record Sender(@Nullable String from, PublicAddress address, Deployment deployment) {

        String host() {
            return URI.create(address.base()).getHost();
        }

        String mailbox() {
            return from == null ? "credits@" + host() : from;
        }
    }

    EmailCourier(JavaMailSender mail, Letters letters, Workspaces workspaces, Sender sender, InstantSource clock) {
        this.mail = mail;
        this.letters = letters;
        this.workspaces = workspaces;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<String> addresses(Posted posted) {
        return workspaces.members(posted.pool()).stream().filter(member -> member.role() == Role.ADMIN)
                .map(Member::email).toList();
    }

    @Override
    public Sent send(Delivery delivery) {
        try {
            mail.send(message(delivery));
            return new Sent.Arrived("accepted by the mail server");
        } catch (MailException | MessagingException e) {
            return new Sent.Failed(e.toString());
        }
    }

    /** Sent twice, it has the same message id, by which mailboxes tell that they have it already. */
    private MimeMessage message(Delivery delivery) throws MessagingException {
        Workspace workspace = workspaces.find(delivery.posted().pool())
                .orElseThrow(() -> new MessagingException("the workspace is gone"));
        String url = sender.address.base() + new Place(workspace, sender.deployment).settings();
        Letters.Letter letter = letters.write(delivery.posted().notice().matter(), workspace.name(), url,
                clock.instant());
        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(sender.mailbox());
        helper.setTo(delivery.target().address());
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Message-ID", messageId(delivery));
        return message;
    }

    private String messageId(Delivery delivery) {
        String recipient = Integer.toHexString(delivery.target().address().hashCode());
        return "<" + NoticeJson.idOf(delivery.posted()) + "." + recipient + "@" + sender.host() + ">";
    }
}
