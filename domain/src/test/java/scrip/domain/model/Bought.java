package scrip.domain.model;

import java.util.ArrayList;
import java.util.List;

import scrip.domain.model.NaivePool.Spent;
import scrip.domain.model.Parcel.Bit;
import scrip.domain.pool.Taken;

/** A purchase in the model, and what went back of it with its money. */
final class Bought {

    final Parcel addOn;
    final Parcel bonus;
    /** What can still be taken back of it. */
    long room;
    long bonusRoom;
    /** What can be put back. */
    long gone;
    long bonusGone;
    final List<Bit> taken = new ArrayList<>();
    final List<Bit> bonusTaken = new ArrayList<>();
    /** What was not there to be taken. */
    long owed;
    long bonusOwed;
    final List<Spent> debts = new ArrayList<>();
    /** What the domain says it has taken. */
    Taken takenByDomain = Taken.NOTHING;

    Bought(Parcel addOn, Parcel bonus) {
        this.addOn = addOn;
        this.bonus = bonus;
        room = addOn.micros;
        bonusRoom = bonus.micros;
    }
}
