package io.genjin.intake;

/** How far an imported sheet is. */
public enum BatchStatus {
    /** Stored and recognised; a person looks at it before anything happens. */
    UPLOADED,
    RUNNING,
    DONE,
    /** Stopped by something that is not the sheet's fault, or by a sheet that breaks off; it can go on where it was. */
    FAILED,
    /** Nobody's customers any more, as far as nobody had touched them. */
    TAKEN_BACK
}
