import { Navigate, useParams } from 'react-router';

/** One asset has one address: the page of assets with it in view. */
export default function AssetRedirect() {
  const { assetId } = useParams();
  return <Navigate replace to={`/assets?asset=${Number(assetId) || ''}`} />;
}
