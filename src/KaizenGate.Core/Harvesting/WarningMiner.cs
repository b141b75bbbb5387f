using System.Text;
using System.Text.Json;
using KaizenGate.Core.Masking;
using KaizenGate.Core.Signals;

namespace KaizenGate.Core.Harvesting;

/// <summary>Counts the warnings of compilers and analyzers by rule, in SARIF or in the log of a build.</summary>
internal sealed class WarningMiner
{
    private const long MaxBytes = 128L * 1024 * 1024;
    private const int LongestRule = 80;

    private int reports;
    private int unreadable;
    private int warnings;

    /// <summary>Reads the reports. The last ones of each rule count, of one day together.</summary>
    /// <param name="files">Their absolute paths.</param>
    /// <param name="signals">Receives the counts.</param>
    public void Mine(IEnumerable<string> files, MinedSignals signals)
    {
        foreach (var file in files)
        {
            try
            {
                var bytes = PlainFile.Read(file, MaxBytes);
                var day = DateOnly.FromDateTime(new FileInfo(file).LastWriteTimeUtc);
                var rules = Rules(bytes);
                reports++;
                signals.Observe(SignalSources.Warnings, day);
                foreach (var (rule, count) in rules.CountBy(rule => rule, StringComparer.Ordinal))
                {
                    warnings += count;
                    signals.Add(SignalRule.Warning, rule, day, count, TimeSpan.Zero, file);
                }
            }
            catch (Exception e)
                when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
            {
                unreadable++;
            }
        }

        signals.Scanned.Add(
            $"{Wording.Amount(reports, "report")} of warnings, {unreadable:N0} unreadable, {Wording.Amount(warnings, "warning")}"
        );
    }

    /// <summary>The rule of each warning in a report.</summary>
    /// <exception cref="JsonException">It begins like JSON and is not.</exception>
    /// <exception cref="InvalidOperationException">A value in it has another type.</exception>
    internal static List<string> Rules(byte[] bytes)
    {
        var text = bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8);
        return text.StartsWith("{"u8) ? OfSarif(text) : OfLog(text);
    }

    /// <summary>Reads the rules of the results in SARIF that are not suppressed and were not fixed.</summary>
    private static List<string> OfSarif(ReadOnlySpan<byte> text)
    {
        var rules = new List<string>();
        var json = new Utf8JsonReader(text);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("results"u8))
            {
                json.Read();
                if (json.TokenType != JsonTokenType.StartArray)
                {
                    json.Skip();
                    continue;
                }

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (Result(ref json) is { } rule)
                    {
                        rules.Add(rule);
                    }
                }
            }
        }

        return rules;
    }

    private static string? Result(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        string? rule = null;
        var counts = true;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("ruleId"u8))
            {
                json.Read();
                rule = json.TokenType == JsonTokenType.String ? json.GetString() : null;
            }
            else if (json.ValueTextEquals("level"u8))
            {
                json.Read();
                counts &= json.TokenType == JsonTokenType.String && !json.ValueTextEquals("none"u8);
            }
            else if (json.ValueTextEquals("baselineState"u8))
            {
                json.Read();
                counts &= json.TokenType != JsonTokenType.String || !json.ValueTextEquals("absent"u8);
            }
            else if (json.ValueTextEquals("suppressions"u8))
            {
                json.Read();
                var inside = json;
                counts &=
                    json.TokenType != JsonTokenType.StartArray
                    || (inside.Read() && inside.TokenType == JsonTokenType.EndArray);
                json.Skip();
            }
            else
            {
                json.Skip();
            }
        }

        return counts && rule is { Length: > 0 } ? Shown(rule) : null;
    }

    /// <summary>Reads lines such as <c>a.cs(1,2): warning CS0168: text [a.csproj]</c>, each once.</summary>
    private static List<string> OfLog(ReadOnlySpan<byte> text)
    {
        const string Mark = ": warning ";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var rules = new List<string>();
        foreach (var line in Encoding.UTF8.GetString(text).Split('\n'))
        {
            var at = line.IndexOf(Mark, StringComparison.Ordinal);
            var end = at < 0 ? -1 : line.IndexOf(':', at + Mark.Length);
            if (end < 0)
            {
                continue;
            }

            var rule = line[(at + Mark.Length)..end].Trim();
            // A build repeats its warnings at the end.
            if (rule.Length > 0 && !rule.Contains(' ', StringComparison.Ordinal) && seen.Add(line.Trim()))
            {
                rules.Add(Shown(rule));
            }
        }

        return rules;
    }

    private static string Shown(string rule) => Escaping.VisibleText.Cut(MaskedText.Of(rule), LongestRule);
}
