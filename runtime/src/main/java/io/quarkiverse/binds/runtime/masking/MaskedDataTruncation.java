package io.quarkiverse.binds.runtime.masking;

import java.sql.DataTruncation;

/** A {@link DataTruncation} with the text and the codes of another one, for which JDBC has no constructor. */
final class MaskedDataTruncation extends DataTruncation {

    private static final long serialVersionUID = 1L;

    private final String text;
    private final String state;
    private final int code;

    MaskedDataTruncation(DataTruncation of, String text, Throwable cause) {
        super(of.getIndex(), of.getParameter(), of.getRead(), of.getDataSize(), of.getTransferSize(), cause);
        this.text = text;
        this.state = of.getSQLState();
        this.code = of.getErrorCode();
    }

    @Override
    public String getMessage() {
        return text;
    }

    @Override
    public String getSQLState() {
        return state;
    }

    @Override
    public int getErrorCode() {
        return code;
    }
}
