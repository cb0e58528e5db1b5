package io.genjin.demo;

/** Something that falls due as time passes and is done by a job otherwise; the demo does it whenever its clock is moved. */
interface DueWork {

    /** Does everything that is due by now; safe to repeat. */
    void doDue();
}
