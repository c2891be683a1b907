package vn.camket.campaign;

/**
 * The opening of a campaign as long work.
 *
 * @param accountId who asked for it
 * @param done the highest employee id handled, total the highest there was
 */
public record OpeningJob(long id, long campaignId, long accountId, State state, long done, long total) {
    /** Names as they are stored. */
    public enum State {
        WAITING,
        RUNNING,
        DONE
    }

    public boolean isRunning() {
        return state != State.DONE;
    }

    /** Share done, 0 to 100. */
    public long percent() {
        return total == 0 ? 100 : done * 100 / total;
    }
}
