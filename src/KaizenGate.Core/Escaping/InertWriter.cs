using System.Text;

namespace KaizenGate.Core.Escaping;

/// <summary>
/// The exit for everything that is printed: makes each line inert with <see cref="InertText"/>.
/// </summary>
/// <param name="inner">Receives the text; its lines must end with <c>\n</c>.</param>
/// <param name="allowsColor">Whether to keep sequences that set a colour; what is not the program's own must be escaped already.</param>
/// <param name="isImmediate">Whether to pass on the start of a line at once, as for questions.</param>
internal sealed class InertWriter(TextWriter inner, bool allowsColor = false, bool isImmediate = false) : TextWriter
{
    private readonly StringBuilder line = new();
    private bool isStart = true;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Append(buffer);
        if (isImmediate)
        {
            PassOn();
        }
    }

    public override void WriteLine() => Write("\n");

    public override void WriteLine(string? value)
    {
        if (line.Length == 0 && value is not null && !value.Contains('\n', StringComparison.Ordinal))
        {
            EndLine(value);
        }
        else
        {
            WriteLine(value.AsSpan());
        }
    }

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        Append(buffer);
        Write("\n");
    }

    public override void Flush()
    {
        PassOn();
        inner.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            PassOn();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Append(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('\n') is >= 0 and var end)
        {
            line.Append(text[..end]);
            var complete = line.ToString();
            line.Clear();
            EndLine(complete);
            text = text[(end + 1)..];
        }

        line.Append(text);
    }

    private void EndLine(string complete)
    {
        inner.WriteLine(InertText.Line(complete, isStart, allowsColor));
        isStart = true;
    }

    /// <summary>Passes on the start of a line.</summary>
    private void PassOn()
    {
        if (line.Length > 0)
        {
            var start = line.ToString();
            line.Clear();
            inner.Write(InertText.Line(start, isStart, allowsColor));
            isStart = isStart && string.IsNullOrWhiteSpace(start);
        }
    }
}
