using System.Text;

namespace KaizenGate.Benchmarks.Histories;

/// <summary>The small source files in nested folders that most commits change.</summary>
internal sealed class SourceTree(int seed)
{
    private const int Files = 600;
    private const int Lines = 30;

    private readonly Random random = new(seed);
    private readonly int[]?[] files = new int[]?[Files];

    /// <summary>Changes a line or two of one file.</summary>
    /// <returns>The path from the root, and the new content.</returns>
    public (string Path, byte[] Content) Change()
    {
        var file = random.Next(Files);
        var lines = files[file] ??= [.. Enumerable.Range(0, Lines).Select(_ => random.Next())];
        for (var changes = random.Next(1, 3); changes > 0; changes--)
        {
            lines[random.Next(Lines)] = random.Next();
        }

        var text = new StringBuilder();
        for (var line = 0; line < Lines; line++)
        {
            text.Append("limit_").Append(line).Append(" = ").Append(lines[line]).Append('\n');
        }

        return ($"src/area{file % 12}/part{file % 60}/module{file}.txt", Encoding.UTF8.GetBytes(text.ToString()));
    }
}
