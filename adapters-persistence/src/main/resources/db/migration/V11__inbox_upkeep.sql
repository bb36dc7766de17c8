-- Events that ended long ago are dropped from the inbox, those that ended first at first, by webhook_event_done.
ALTER TABLE webhook_event ADD KEY webhook_event_done (done_at);
