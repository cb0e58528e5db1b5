package io.genjin.testdrive;

/** Who sits at the wheel: the customer rides along (试乘), drives (试驾), or first the one, then the other. */
public enum DriveMode {
    RIDE,
    DRIVE,
    BOTH;

    /** Whether the customer takes the wheel, which needs a licence. */
    public boolean drives() {
        return this != RIDE;
    }
}
