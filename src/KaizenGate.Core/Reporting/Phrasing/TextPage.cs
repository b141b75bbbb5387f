namespace KaizenGate.Core.Reporting.Phrasing;

/// <summary>Lines in blocks with one empty line between them.</summary>
internal sealed class TextPage(TextWriter writer)
{
    private bool isBlockOpen;
    private bool isEmpty = true;

    /// <summary>What follows stands apart from what came before.</summary>
    public void EndBlock() => isBlockOpen = false;

    public void Line(string line)
    {
        if (!isBlockOpen && !isEmpty)
        {
            writer.WriteLine();
        }

        writer.WriteLine(line);
        isBlockOpen = true;
        isEmpty = false;
    }
}
