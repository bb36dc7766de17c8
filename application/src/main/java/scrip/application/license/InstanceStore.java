package scrip.application.license;

/** Where the id of this instance is kept, which license keys are made for: given once, and the same on all nodes. */
public interface InstanceStore {

    /**
     * @param fresh
     *            1 to 64 characters of ASCII, becomes the id if there is none yet
     * @return the id that is kept
     */
    String idOr(String fresh);
}
