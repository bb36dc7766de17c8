package scrip.persistence.workspace;

import java.sql.SQLException;

import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Sql;

/** A member as a row. */
record MemberRow(Member member) {

    static final String SELECT = "SELECT pool, email, name, role, password_hash FROM member ";

    static MemberRow of(Cells cells) throws SQLException {
        return new MemberRow(new Member(new PoolId(cells.number()), cells.text(), cells.text(),
                Role.ofKey(cells.text()), cells.textOrNull()));
    }

    Sql insert() {
        return Sql.of("INSERT INTO member (pool, email, name, role, password_hash) VALUES (?, ?, ?, ?, ?)",
                member.pool().value(), member.email(), member.name(), member.role().key(), member.passwordHash());
    }

    /** Without a password hash, the one there is stays. */
    Sql update() {
        return Sql.of("""
                UPDATE member SET name = ?, role = ?, password_hash = COALESCE(?, password_hash)
                WHERE pool = ? AND email = ?""", member.name(), member.role().key(), member.passwordHash(),
                member.pool().value(), member.email());
    }
}
