# The job summary. Sourced by the action's gate.
# shellcheck shell=bash

# What GitHub takes as the summary of one step, in bytes. A longer one is refused as a whole.
most_bytes=1048576

# remarks FILE: what a person has to know before the report, or in its place; reads what the gate found out.
remarks() {
    if [[ $captured == false ]]; then
        printf '> [!IMPORTANT]\n'
        printf '> This change captures no improvement. Add one to the backlog, or say why there is none in a commit: `Kaizen: none (reason)`.\n\n'
    fi
    if [[ -n $note ]]; then
        printf '> [!WARNING]\n> %s\n\n' "$note"
    fi
    if [[ ! -s $1 ]]; then
        printf '> [!CAUTION]\n> It could not judge (exit status %s). The log of this step tells why.\n\n' "$status"
    fi
}

# summarize FILE: adds the report to the summary of the step.
summarize() {
    local remarks report=/dev/null
    remarks="$(remarks "$1")"
    [[ ! -s $1 ]] || report="$1"
    {
        if [[ -n $remarks ]] && (($(wc -c <"$report") + $(printf '%s' "$remarks" | wc -c) + 2 <= most_bytes)); then
            printf '%s\n\n' "$remarks"
        fi
        cat "$report"
    } >>"$GITHUB_STEP_SUMMARY"
}
