package io.kunan.engine.vision.measure;

/**
 * One object, in the unit of its field's scale.
 *
 * @param x centre from the left edge
 * @param y centre from the top edge
 * @param area of its pixels; holes do not count
 * @param equivalentDiameter of the circle of equal area
 * @param perimeter of the outer outline
 * @param feretMax largest calliper length
 * @param feretMin smallest calliper length
 * @param aspect longer / shorter axis of the ellipse with equal second moments, 1 or more
 * @param circularity 4π·area / perimeter², 1 for a circle, at most 1
 * @param solidity area / area of the convex hull, at most 1
 * @param orientation of the longer axis, degrees anticlockwise from the image's rows, below 180
 * @param touchesEdge whether the edge of the field cuts it
 * @param neighbourDistance from its centre to the nearest other's, NaN when it is alone
 */
public record Particle(
    double x,
    double y,
    double area,
    double equivalentDiameter,
    double perimeter,
    double feretMax,
    double feretMin,
    double aspect,
    double circularity,
    double solidity,
    double orientation,
    boolean touchesEdge,
    double neighbourDistance) {}
