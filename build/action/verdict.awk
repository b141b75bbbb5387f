# Reads the JSON report and prints, one per line: verdict, number of findings that count, execution rate, and false if the
# change captured nothing. The report has one value per line and escapes line breaks, so no text in it looks like a field.
function value(line) {
    sub(/^ *"[A-Za-z]*": /, "", line)
    sub(/,$/, "", line)
    gsub(/"/, "", line)
    return line
}
BEGIN {
    verdict = "error"
    findings = 0
    captured = "true"
}
/^  "[A-Za-z]+":/ { part = $1 }
/^  "verdict": / { verdict = value($0) }
part == "\"figures\":" && /^    "executionRate": / { rate = value($0) }
part == "\"findings\":" && /^    \{$/ { counts = 1 }
part == "\"findings\":" && /^      "ruleId": / { rule = value($0) }
part == "\"findings\":" && /^      "(suppressed|baselined)": true/ { counts = 0 }
part == "\"findings\":" && /^    \},?$/ {
    findings += counts
    if (counts && rule == "KZ104") captured = "false"
}
END {
    if (rate == "null") rate = ""
    print verdict
    print findings
    print rate
    print captured
}
