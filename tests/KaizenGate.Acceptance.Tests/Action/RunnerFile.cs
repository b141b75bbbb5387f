namespace KaizenGate.Acceptance.Tests.Action;

/// <summary>The file to which a step writes its outputs.</summary>
internal static class RunnerFile
{
    /// <summary>Reads <c>name=value</c> and values between delimiters, as the runner does; the last value of a name counts.</summary>
    public static Dictionary<string, string> Read(string path)
    {
        var outputs = new Dictionary<string, string>();
        using var lines = new StringReader(File.ReadAllText(path));
        while (lines.ReadLine() is { } line)
        {
            var sign = line.IndexOf('=', StringComparison.Ordinal);
            var mark = line.IndexOf("<<", StringComparison.Ordinal);
            if (mark < 0 || (sign >= 0 && sign < mark))
            {
                outputs[line[..sign]] = line[(sign + 1)..];
                continue;
            }

            var values = new List<string>();
            while (lines.ReadLine() is { } value && value != line[(mark + 2)..])
            {
                values.Add(value);
            }

            outputs[line[..mark]] = string.Join('\n', values);
        }

        return outputs;
    }
}
