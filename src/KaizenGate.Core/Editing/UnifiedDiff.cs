using System.Globalization;
using System.Text;

namespace KaizenGate.Core.Editing;

/// <summary>Two texts as a unified diff, such as <c>git apply</c> takes.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The difference; empty when there is none.</summary>
    /// <param name="path">The path of the file, with <c>/</c>, relative to the root.</param>
    /// <param name="before">The old text.</param>
    /// <param name="after">The new text.</param>
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
        int OldLines(int start, int end) => Count(steps, start, end, '+');
        int NewLines(int start, int end) => Count(steps, start, end, '-');
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

    private static int Count(List<Step> steps, int from, int to, char without)
    {
        var count = 0;
        for (var at = from; at < to; at++)
        {
            count += steps[at].Kind == without ? 0 : 1;
        }

        return count;
    }

    /// <summary>What is to do line by line: keep, take away, add.</summary>
    private static List<Step> Steps(List<string> old, List<string> young)
    {
        var steps = new List<Step>(young.Count);
        var matches = LineMatch.Of(old, young);
        var next = 0;
        void AddUpTo(int end) => steps.AddRange(young[next..end].Select(line => new Step('+', line)));
        for (var at = 0; at < old.Count; at++)
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

        AddUpTo(young.Count);
        return steps;
    }

    /// <summary>The lines with their line breaks; only a line feed ends one, as in git.</summary>
    private static List<string> Lines(string text)
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

        return lines;
    }
}
