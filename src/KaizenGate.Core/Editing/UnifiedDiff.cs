using System.Globalization;
using System.Text;

namespace KaizenGate.Editing;

/// <summary>Two texts as a unified diff, such as <c>git apply</c> takes.</summary>
public static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The most lines for which the shortest difference is looked for; beyond, the changed middle is shown as a whole.</summary>
    private const int MostCompared = 4000;

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
        var (start, oldEnd, newEnd) = (0, old.Count, young.Count);
        while (start < oldEnd && start < newEnd && old[start] == young[start])
        {
            start++;
        }

        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == young[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        var steps = new List<Step>();
        steps.AddRange(old.Take(start).Select(line => new Step(' ', line)));
        Middle(steps, old[start..oldEnd], young[start..newEnd]);
        steps.AddRange(old.Skip(oldEnd).Select(line => new Step(' ', line)));
        return steps;
    }

    /// <summary>The longest common subsequence, by the table of all suffixes.</summary>
    private static void Middle(List<Step> steps, List<string> old, List<string> young)
    {
        if ((long)old.Count * young.Count > (long)MostCompared * MostCompared / 4)
        {
            steps.AddRange(old.Select(line => new Step('-', line)));
            steps.AddRange(young.Select(line => new Step('+', line)));
            return;
        }

        var common = new int[old.Count + 1][];
        common[old.Count] = new int[young.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            common[i] = new int[young.Count + 1];
            for (var j = young.Count - 1; j >= 0; j--)
            {
                common[i][j] =
                    old[i] == young[j] ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
            }
        }

        for (int i = 0, j = 0; i < old.Count || j < young.Count; )
        {
            if (i < old.Count && j < young.Count && old[i] == young[j])
            {
                steps.Add(new Step(' ', old[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Count && (j == young.Count || common[i + 1][j] >= common[i][j + 1]))
            {
                steps.Add(new Step('-', old[i++]));
            }
            else
            {
                steps.Add(new Step('+', young[j++]));
            }
        }
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
