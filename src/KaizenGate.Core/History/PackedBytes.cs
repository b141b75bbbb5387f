using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace KaizenGate.Core.History;

/// <summary>Packs numbers and texts: small numbers into one byte, equal texts once.</summary>
/// <param name="texts">About how many different texts there are.</param>
internal sealed class PackedBytes(int texts = 0)
{
    private readonly ArrayBufferWriter<byte> bytes = new(64 + (32 * texts));
    private readonly Dictionary<string, int> places = new(texts);

    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    public void Number(ulong number)
    {
        var target = bytes.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
        {
            target[length++] = (byte)(number | 0x80);
        }

        target[length++] = (byte)number;
        bytes.Advance(length);
    }

    public void Count(int number) => Number((ulong)number);

    public void Flag(bool flag) => Number(flag ? 1UL : 0);

    /// <summary>0 for none, else the day's number and one.</summary>
    public void Day(DateOnly? day) => Number(day is { } there ? (ulong)there.DayNumber + 1 : 0);

    /// <summary>0 for none, small whole numbers as they are, others by their bits.</summary>
    public void Amount(double? amount)
    {
        if (amount is not { } value)
        {
            Number(0);
        }
        else if (value is >= 0 and < 1 << 20 && value == (int)value && !double.IsNegative(value))
        {
            Number((ulong)(int)value + 2);
        }
        else
        {
            Number(1);
            Fixed(BitConverter.DoubleToUInt64Bits(value));
        }
    }

    public void Fixed(ulong number)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(8), number);
        bytes.Advance(8);
    }

    /// <summary>0 for none, 1 and the text when it is new, else its place among the texts and two.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
        }
        else if (places.TryGetValue(text, out var place))
        {
            Count(place + 2);
        }
        else
        {
            places.Add(text, places.Count);
            Number(1);
            var length = Encoding.UTF8.GetByteCount(text);
            Count(length);
            Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
            bytes.Advance(length);
        }
    }
}
