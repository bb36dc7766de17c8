package scrip.application.purchase;

class InMemoryInboxTest extends InboxContract {

    @Override
    protected Inbox emptyInbox() {
        return new InMemoryInbox();
    }
}
