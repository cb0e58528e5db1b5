package io.genjin.shared.web;

/** As many reports and sheets are being made as may be at once; whoever wants another one tries again shortly (S-R62b). */
final class ReportsBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReportsBusy() {
        super("as many reports are being made as may be at once");
    }
}
