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

# evidence: adds the report of the last 52 weeks to the summary, folded, if it can be made and there is room for it.
evidence() {
    local report="$reports/report.md"
    # The same backlogs, settings and day; option and each_line add to these.
    local arguments=(report --format=markdown "--output=$report")
    option config "$GATE_CONFIG"
    option as-of "$GATE_AS_OF"
    arguments+=(--)
    each_line "" "$GATE_PATHS"
    "${program[@]}" "${arguments[@]}" >/dev/null 2>&1 || return 0
    if (($(wc -c <"$GITHUB_STEP_SUMMARY") + $(wc -c <"$report") + 100 <= most_bytes)); then
        {
            printf '\n<details><summary>The last 52 weeks</summary>\n\n'
            cat "$report"
            printf '\n</details>\n'
        } >>"$GITHUB_STEP_SUMMARY"
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
