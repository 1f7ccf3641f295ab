package crm.log;

/** Somebody else has done, or is to do, what a batch was sent for. Nothing of it was stored. */
public final class Superseded extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Superseded(String why) {
        super(why, null, false, false);
    }
}
