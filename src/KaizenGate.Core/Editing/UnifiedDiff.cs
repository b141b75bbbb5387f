using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Writes a unified diff that <c>git apply</c> accepts.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Returns the diff with the path relative to the root; empty for equal texts.</summary>
    public static string Of(string path, string before, string after)
    {
        if (before == after)
        {
            return "";
        }

        var (old, young) = (Lines(before), Lines(after));
        var diff = new StringBuilder();
        diff.Append(CultureInfo.InvariantCulture, $"--- a/{path}\n+++ b/{path}\n");
        var steps = Steps(old, young);
        for (var at = 0; at < steps.Count; )
        {
            if (steps[at].Kind == ' ')
            {
                at++;
                continue;
            }

            var from = Math.Max(0, at - Context);
            var last = at;
            for (var next = at; next < steps.Count && next - last <= 2 * Context; next++)
            {
                last = steps[next].Kind == ' ' ? last : next;
            }

            var to = Math.Min(steps.Count, last + Context + 1);
            Hunk(diff, steps, from, to);
            at = to;
        }

        return diff.ToString();
    }

    private readonly record struct Step(char Kind, string Line);

    private static void Hunk(StringBuilder diff, List<Step> steps, int from, int to)
    {
        int OldLines(int start, int end) => steps[start..end].Count(step => step.Kind != '+');
        int NewLines(int start, int end) => steps[start..end].Count(step => step.Kind != '-');
        var (oldCount, newCount) = (OldLines(from, to), NewLines(from, to));
        var oldStart = OldLines(0, from) + (oldCount > 0 ? 1 : 0);
        var newStart = NewLines(0, from) + (newCount > 0 ? 1 : 0);
        diff.Append(CultureInfo.InvariantCulture, $"@@ -{oldStart},{oldCount} +{newStart},{newCount} @@\n");
        for (var at = from; at < to; at++)
        {
            var line = steps[at].Line;
            diff.Append(steps[at].Kind).Append(line);
            if (!line.EndsWith('\n'))
            {
                diff.Append("\n\\ No newline at end of file\n");
            }
        }
    }

    /// <summary>Returns the lines to keep (space), remove (-) and add (+).</summary>
    private static List<Step> Steps(string[] old, string[] young)
    {
        var steps = new List<Step>(young.Length);
        var matches = LineMatch.Of(old, young);
        var next = 0;
        void AddUpTo(int end) => steps.AddRange(young[next..end].Select(line => new Step('+', line)));
        for (var at = 0; at < old.Length; at++)
        {
            if (matches[at] < 0)
            {
                steps.Add(new Step('-', old[at]));
                continue;
            }

            AddUpTo(matches[at]);
            steps.Add(new Step(' ', old[at]));
            next = matches[at] + 1;
        }

        AddUpTo(young.Length);
        return steps;
    }

    /// <summary>Returns the lines with their line ends; only LF ends a line, as in git.</summary>
    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return [.. lines];
    }
}
