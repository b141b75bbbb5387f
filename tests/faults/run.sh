#!/usr/bin/env bash
# Kills edits at their system calls, and lets system calls fail: nothing may be lost, and the next edit must work.
# usage: tests/faults/run.sh [PROGRAM] [COUNT]     PROGRAM: a native dotnet-kaizen; COUNT: kills, and as many errors (1000)
set -euo pipefail
program=$(realpath "${1:-$(command -v dotnet-kaizen)}")
count=${2:-1000}

# What changes files, or takes and releases a lock.
calls=write,pwrite64,ftruncate,fsync,fchmod,fchmodat,chmod,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,flock,close
errors=(EIO ENOSPC EACCES EDQUOT EFBIG EROFS EPERM ENOMEM)
edits=("score IMP-1 --impact 3" "start IMP-1" "done IMP-1 --hours 3" "defer IMP-1 --reason later" "reject IMP-1 --reason no" "add Sign" "edit IMP-1 --impact 4 --owner Ada" "reopen IMP-2" "fix" "archive --days 0" "baseline")

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
git init -q

fresh() {
    rm -rf -- *.md *.json .[!.g]* .git/.kaizen-*
    cat >IMPROVEMENTS.md <<'END'
# Improvements

## High Priority

### [IMP-1] Cache the fonts

- **Impact:** 9
- **Effort:** 2
- **Priority Score:** 80
- **Status:** To Do

## Completed

### [IMP-2] Log refunds

- **Impact:** 5
- **Effort:** 5
- **Status:** Done
- **Completed:** 2025-01-02
END
}

# state: the files of the team, one text.
state() {
    local file
    for file in IMPROVEMENTS.md IMPROVEMENTS.archive.md kaizen.baseline.json; do
        [[ ! -e $file ]] || { echo "== $file"; cat "$file"; }
    done
}

fail() {
    printf '%s\n' "LOST: $*"
    state
    exit 1
}

# The file alone, which must be the old one or the new one.
of() { sed -n "/^== $1\$/,/^== /p" <<<"$2" | sed '1d;/^== /d'; }

# attempt KIND INJECTION EDIT: true when the fault came before the end of the edit.
attempt() {
    local kind=$1 injection=$2 edit=$3 status=0 faulty=$calls before after now file
    # An error of close ends the loader, before the program.
    [[ $kind == kill ]] || faulty=${calls%,close}
    fresh
    before=$(state)
    # shellcheck disable=SC2086
    "$program" $edit >/dev/null 2>&1 || true
    after=$(state)
    fresh
    # The braces hide what the shell says about a killed program.
    # shellcheck disable=SC2086
    {
        strace --follow-forks --output="$folder/.git/trace" -e "trace=$calls" -e "inject=$faulty:$injection" \
            "$program" $edit >/dev/null 2>"$folder/.git/errors" || status=$?
    } 2>/dev/null
    now=$(state)
    for file in IMPROVEMENTS.md IMPROVEMENTS.archive.md kaizen.baseline.json; do
        [[ $(of "$file" "$now") == "$(of "$file" "$before")" || $(of "$file" "$now") == "$(of "$file" "$after")" ]] ||
            fail "$kind $injection, $edit: $file is neither the old nor the new one"
    done
    grep -q 'Cache the fonts' IMPROVEMENTS.md && grep -qs 'Log refunds' IMPROVEMENTS.md IMPROVEMENTS.archive.md ||
        fail "$kind $injection, $edit: an improvement is gone"
    grep -q '(INJECTED)\|killed by SIGKILL' "$folder/.git/trace" || return 1
    # The runtime aborts when the pipe to its own thread for signals fails (\21 is SIGCHLD); no file system causes that.
    ! { grep -q 'write([0-9]*, "\\21", 1' "$folder/.git/trace" &&
        grep -B4 -m1 -e '--- SIGABRT' "$folder/.git/trace" | grep -q 'write.*(INJECTED)'; } || return 1
    [[ $kind == kill || $status -le 2 ]] || fail "$kind $injection, $edit: exit code $status, $(cat "$folder/.git/errors")"
    [[ -z $(git status --porcelain --untracked-files=all | grep -F .kaizen- || true) ]] || fail "$kind $injection, $edit: a file is left"
    "$program" add "Next" >/dev/null 2>&1 || fail "$kind $injection, $edit: the next edit is refused"
}

for kind in kill error; do
    done=0
    place=1
    while ((done < count)); do
        any=0
        for edit in "${edits[@]}"; do
            ((done < count)) || break
            injection=signal=SIGKILL:when=$place
            [[ $kind == kill ]] || injection=error=${errors[done % ${#errors[@]}]}:when=$place
            if attempt "$kind" "$injection" "$edit"; then
                done=$((done + 1))
                any=1
            fi
        done
        # From the start again, with other errors, when every edit ends before this call.
        place=$((any ? place + 1 : 1))
    done
    echo "$done × $kind: nothing lost"
done
